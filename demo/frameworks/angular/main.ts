import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { configure, defineReferralForm } from 'kith-elements';
import { ReferPage } from './refer-page.js';

// Angular sets bound properties after an element is on the page, which is too late for the address of the backend.
const app = document.querySelector<HTMLElement>('#app');
configure({ endpoint: app?.dataset['endpoint'] ?? '', partner: 'northside-library' });
defineReferralForm();

void bootstrapApplication(ReferPage, { providers: [provideZonelessChangeDetection()] });
