/** How often one network may ask, by the kind of question. Which number, the operator decides: `CORNERSTONE_API_..._PER_MINUTE`. */
export const rateNames = ['descriptions', 'lists', 'records'] as const;

export type RateName = (typeof rateNames)[number];

/** A minute: who was refused waits no longer, and a burst of a page's worth of questions passes. */
export const rateWindowSeconds = 60;

/** Questions in one window; 0 is as many as one likes. */
export type Rates = Readonly<Record<RateName, number>>;
