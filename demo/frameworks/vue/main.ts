import { createApp } from 'vue';
import ReferPage from './ReferPage.vue';

const app = document.querySelector<HTMLElement>('#app');
if (app) createApp(ReferPage, { endpoint: app.dataset['endpoint'] ?? '' }).mount(app);
