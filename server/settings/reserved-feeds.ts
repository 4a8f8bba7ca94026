/** The id under which sample activities are stored as a feed. */
export const sampleFeed = 'made-up';

/** The id under which accepted suggestions are stored as a feed. */
export const suggestedFeed = 'suggested';
