/** What npm users import: classes, registration, events and types. Importing it changes nothing on a page. */
export { configure, type Settings } from './client/settings.js';
export type { Intake } from './client/backend.js';
export type { Failure } from './client/failure.js';
export type { HttpSettings } from './client/http.js';
export { httpIntake } from './client/http-intake.js';
export { About } from './elements/about/about.js';
export { define as defineAbout } from './elements/about/define.js';
export { AudienceMenu } from './elements/audience-menu/audience-menu.js';
export { define as defineAudienceMenu } from './elements/audience-menu/define.js';
export { define as defineFormDialog } from './elements/form-dialog/define.js';
export { FormDialog } from './elements/form-dialog/form-dialog.js';
export { define as defineReferYourself } from './elements/refer-yourself/define.js';
export { ReferYourself } from './elements/refer-yourself/refer-yourself.js';
export { define as defineReferralForm } from './elements/referral-form/define.js';
export { ReferralForm } from './elements/referral-form/referral-form.js';
export { ReferralSentEvent } from './elements/referral-form/referral-form.events.js';
export { version } from './version.js';
