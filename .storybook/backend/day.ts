/** It is always this moment in the stories, a Monday in winter: what they show stays as its pictures have it. */
export const day = new Date('2026-11-23T10:30:00.000Z');
