// Apart from their schemas, which pages must not load.

/** Methods and paths of the endpoints that a service's desk answers. */
export const deskPaths = {
  lookUpStatus: { method: 'POST', path: '/api/v1/referral-status' },
  suggestActivity: { method: 'POST', path: '/api/v1/activity-suggestions' },
} as const;
