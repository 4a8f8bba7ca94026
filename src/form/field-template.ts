import type { TemplateResult } from 'lit';
import type { Field } from '../referral/contract/questions/question.js';
import { choiceField, choicesField, consentsField } from './choice-fields.js';
import { type FieldView, dateField, longTextField, textField, tickField } from './field.js';

/** Draws one field of a question. */
export function fieldTemplate(view: FieldView, field: Field): TemplateResult {
  switch (field.kind) {
    case 'text':
      return textField(view, field);
    case 'longText':
      return longTextField(view, field);
    case 'date':
      return dateField(view, field);
    case 'choice':
      return choiceField(view, field);
    case 'choices':
      return choicesField(view, field);
    case 'tick':
      return tickField(view, field);
    case 'consents':
      return consentsField(view, field);
    case 'practice':
      return view.practice(view, field);
  }
}
