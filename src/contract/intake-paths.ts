// Apart from their schemas, which pages must not load.

/** Methods and paths of the endpoints that a form calls. */
export const intakePaths = {
  getProfile: { method: 'GET', path: '/api/v1/profile' },
  checkCoverage: { method: 'POST', path: '/api/v1/coverage' },
  searchGpPractices: { method: 'POST', path: '/api/v1/gp-practices/search' },
  sendReferral: { method: 'POST', path: '/api/v1/referrals' },
} as const;
