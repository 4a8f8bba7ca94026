export type { ActivityStore } from '../store/activity-store.js';
