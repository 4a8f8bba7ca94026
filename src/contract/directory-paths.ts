// Apart from their schemas, which pages must not load.

/** Methods and paths of the endpoints that a finder calls. */
export const directoryPaths = {
  getDirectory: { method: 'GET', path: '/api/v1/directory' },
  searchActivities: { method: 'GET', path: '/api/v1/activities' },
  getActivity: { method: 'GET', path: '/api/v1/activities/{id}' },
  findPlace: { method: 'POST', path: '/api/v1/places' },
  reportActivity: { method: 'POST', path: '/api/v1/activity-reports' },
} as const;
