/** The fixed date of the stories, a Monday in winter, so that stories always match their pictures. */
export const storyDate = new Date('2026-11-23T10:30:00.000Z');
