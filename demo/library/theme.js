// Tries themes and tokens on the elements of this page, and writes the CSS that a partner pastes.

const byId = (id) => document.getElementById(id);
const read = async (file) => (await fetch(file)).json();
const [tokens, pairs] = await Promise.all([read('tokens.json'), read('pairs.json')]);
const named = new Map(tokens.map((token) => [token.name, token]));
const elements = document.querySelectorAll('#preview > section > :last-child');
const preview = byId('preview');
const page = byId('page');
const theme = byId('theme');

/** What the person has set, by the name of the token. */
const chosen = new Map();
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const fonts = [
  'inherit',
  'system-ui',
  'Georgia, serif',
  'Arial, sans-serif',
  'Verdana, sans-serif',
];

const choices = { fontFamily: fonts, string: ['light', 'dark'] };
const limits = {
  number: { most: 2.2, step: 0.05, unit: '' },
  fontWeight: { least: 100, most: 900, step: 100, unit: '' },
  duration: { most: 400, step: 20, unit: 'ms' },
  em: { most: 4, step: 0.05, unit: 'em' },
  px: { most: 10, step: 1, unit: 'px' },
};

// Of the size of none of the others: the widest that a form becomes, and a share of a colour.
const ofOwnSize = {
  measure: { most: 60, step: 1, unit: 'em' },
  faint: { least: 0.3, most: 1, step: 0.01, unit: '' },
};

const limitsOf = ({ name, type, value }) =>
  ofOwnSize[name] ?? limits[type] ?? limits[value.endsWith('px') ? 'px' : 'em'];

const themeNow = () =>
  page.value === 'dark' && named.get('accent').themes[`${theme.value}.dark`]
    ? `${theme.value}.dark`
    : theme.value;
const valueOf = (name) => chosen.get(name) ?? named.get(name).themes[themeNow()];

function controlOf(token) {
  const options = choices[token.type];
  if (options) {
    const select = document.createElement('select');
    select.append(...options.map((one) => new Option(one)));
    return select;
  }
  const input = document.createElement('input');
  if (token.type === 'color') {
    input.type = 'color';
    return input;
  }
  const { least = 0, most, step } = limitsOf(token);
  Object.assign(input, { type: 'range', min: least, max: most, step });
  return input;
}

function rowOf(token) {
  const row = document.createElement('div');
  row.className = 'row';
  const label = document.createElement('label');
  label.htmlFor = `token-${token.name}`;
  label.textContent = token.name;
  const control = controlOf(token);
  control.id = label.htmlFor;
  const about = document.createElement('small');
  about.id = `about-${token.name}`;
  about.textContent = token.description;
  control.setAttribute('aria-describedby', about.id);
  control.addEventListener('input', () => {
    const unit = control.type === 'range' ? limitsOf(token).unit : '';
    chosen.set(token.name, `${control.value}${unit}`);
    show();
  });
  row.append(label, control, about);
  return row;
}

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** A colour as red, green, blue and alpha, whatever it is written as. */
function rgba(css) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css.replace('currentColor', valueOf('text'));
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = ([r, g, b, alpha], under) =>
  [r, g, b].map((one, index) => one * alpha + under[index] * (1 - alpha));

function luminance(colour) {
  const [red, green, blue] = colour.map((one) =>
    one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function ratioOf(pair) {
  const ground = rgba(valueOf(pair.on)).slice(0, 3);
  const under = pair.pressed ? over([0, 0, 0, 0.12], ground) : ground;
  const ratios = [pair.text ?? pair.control].flat().map((name) => {
    const [red, green, blue, alpha] = rgba(valueOf(name));
    const share = pair.faded ? Number(valueOf(pair.faded)) : alpha;
    return contrast(over([red, green, blue, share], under), under);
  });
  return Math.max(...ratios);
}

function showContrast() {
  const rows = pairs.map((pair) => {
    const ratio = Math.floor(ratioOf(pair) * 10) / 10;
    const needed = pair.text ? 4.5 : 3;
    const row = document.createElement('tr');
    row.classList.toggle('poor', ratio < needed);
    const names = `${[pair.text ?? pair.control].flat().join(' or ')} on ${pair.on}`;
    for (const cell of [
      `${pair.what}: ${names}`,
      ratio < needed ? `${ratio}, too little` : String(ratio),
      String(needed),
    ])
      row.insertCell().textContent = cell;
    return row;
  });
  byId('pairs').replaceChildren(...rows);
  const poor = rows.filter((row) => row.classList.contains('poor')).length;
  const verdict = byId('verdict');
  verdict.classList.toggle('poor', poor > 0);
  verdict.textContent =
    poor > 0 ? `${poor} of ${rows.length} pairs have too little contrast.` : 'Every pair is well.';
}

function showControls() {
  for (const { name, type } of tokens) {
    const control = byId(`token-${name}`);
    const value = valueOf(name);
    if (type === 'color')
      control.value = `#${rgba(value)
        .slice(0, 3)
        .map((one) => Math.round(one).toString(16).padStart(2, '0'))
        .join('')}`;
    else if (control.type === 'range') control.value = String(Number.parseFloat(value));
    else {
      if (![...control.options].some((option) => option.value === value))
        control.append(new Option(value));
      control.value = value;
    }
  }
}

function show() {
  const lines = [...chosen].map(([name, value]) => `  --kith-${name}: ${value};`);
  const css = lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : '';
  sheet.replaceSync(css);
  const tag = theme.value === 'neutral' ? '' : `/* data-theme="${theme.value}" on the script */\n`;
  byId('css').textContent = `${tag}${css || '/* Nothing is changed so far. */'}`;
  byId('copied').textContent = '';
  showContrast();
}

function dress() {
  preview.classList.toggle('dark', page.value === 'dark');
  for (const element of elements) {
    // An element looks at the page around it when it is given a theme.
    element.removeAttribute('theme');
    element.setAttribute('theme', theme.value);
  }
  showControls();
  show();
}

theme.append(
  ...Object.keys(named.get('accent').themes)
    .filter((name) => !name.includes('.'))
    .map((name) => new Option(name)),
);
for (const group of new Set(tokens.map((token) => token.group))) {
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = group;
  fieldset.append(legend, ...tokens.filter((token) => token.group === group).map(rowOf));
  byId('tokens').append(fieldset);
}
theme.addEventListener('change', dress);
page.addEventListener('change', dress);
byId('controls').addEventListener('submit', (event) => event.preventDefault());
byId('controls').addEventListener('reset', (event) => {
  event.preventDefault();
  chosen.clear();
  theme.value = 'neutral';
  page.value = '';
  dress();
});
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('css').textContent);
  byId('copied').textContent = 'Copied.';
});
dress();
