import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type KeyPress, noPresses, pressed } from '../../../../src/core/safety/shift-presses.js';

const down = (key: string, at: number): KeyPress => ({ isDown: true, key, at });
const up = (key: string, at: number): KeyPress => ({ isDown: false, key, at });
const shift = (at: number): readonly KeyPress[] => [down('Shift', at), up('Shift', at + 50)];
const countAfter = (presses: readonly KeyPress[]): number =>
  presses.reduce(pressed, noPresses).count;

describe('pressing Shift to leave the page', () => {
  it('counts three presses in a row', () => {
    assert.equal(countAfter([...shift(0), ...shift(300), ...shift(600)]), 3);
  });

  it('counts only the presses within five seconds of the first', () => {
    assert.equal(countAfter([...shift(0), ...shift(2000), ...shift(4900)]), 3);
    assert.equal(countAfter([...shift(0), ...shift(2000), ...shift(5200)]), 1);
  });

  it('does not count a press that made a capital letter', () => {
    const capital = [down('Shift', 0), down('A', 10), up('A', 20), up('Shift', 30)];
    assert.equal(countAfter([...capital, ...capital, ...capital]), 0);
    assert.equal(countAfter([...shift(100), ...shift(200), ...capital]), 0);
  });

  it('starts counting again when another key is pressed in between', () => {
    const typed = [down('a', 700), up('a', 750)];
    assert.equal(countAfter([...shift(0), ...shift(300), ...typed, ...shift(900)]), 1);
  });

  it('does not count a Shift key that was pressed elsewhere and is released here', () => {
    assert.equal(countAfter([up('Shift', 0), up('Shift', 100), up('Shift', 200)]), 0);
  });
});
