/** The parts of the form, exported by the elements around it so that a partner's CSS can style them. */
export const formParts =
  'form, title, field, input, choice, button, primary-button, secondary-button, link-button, hint, error, summary, urgent, notice, answers, panel, reference, link, exit-button, inactive, languages, language, draft';
