import { mount } from 'svelte';
import ReferPage from './ReferPage.svelte';

const app = document.querySelector<HTMLElement>('#app');
if (app) mount(ReferPage, { target: app, props: { endpoint: app.dataset['endpoint'] ?? '' } });
