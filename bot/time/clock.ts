/** The domain's clock: everything a person would call a time. */
export type Clock = () => Date;
