import { expect } from '@open-wc/testing';
import { defineElement } from '../../../../src/core/element/define-element.js';
import { define as defineDialog } from '../../../../src/referral/dialog/define.js';
import { define as defineRefer } from '../../../../src/referral/opener/define.js';
import { define as defineForm } from '../../../../src/referral/form/define.js';
import { version } from '../../../../src/core/element/version.js';
import { consoleDuring } from '../../../harness/console.js';

describe('defining the elements', () => {
  it('can be repeated without a warning', async () => {
    const heard = await consoleDuring(() => {
      for (const define of [defineDialog, defineRefer, defineForm, defineDialog, defineRefer])
        define();
    });
    expect(heard).to.deep.equal([]);
    for (const tag of ['kith-form-dialog', 'kith-refer-yourself', 'kith-referral-form'])
      expect(Reflect.get(Object(customElements.get(tag)), 'version')).to.equal(version);
  });

  it('keeps another version that is already defined, and warns in the console', async () => {
    class Older extends HTMLElement {
      static readonly version = '0.0.1';
    }
    customElements.define('kith-test-version', Older);
    const heard = await consoleDuring(() => {
      defineElement('kith-test-version', class extends HTMLElement {});
    });
    expect(heard).to.deep.equal([
      'Kith: <kith-test-version>: another version is already on this page',
    ]);
    expect(customElements.get('kith-test-version')).to.equal(Older);
  });

  it('creates elements without attributes and children', () => {
    for (const tag of ['kith-form-dialog', 'kith-refer-yourself', 'kith-referral-form']) {
      const element = document.createElement(tag);
      expect(element.attributes).to.have.length(0);
      expect(element.childNodes).to.have.length(0);
    }
  });
});
