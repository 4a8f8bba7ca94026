import { createRoot } from 'react-dom/client';
import { ReferPage } from './refer-page.js';

const app = document.querySelector<HTMLElement>('#app');
if (app) createRoot(app).render(<ReferPage endpoint={app.dataset['endpoint'] ?? ''} />);
