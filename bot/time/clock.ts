/** The domain's clock, for every time that a person would notice. */
export type Clock = () => Date;
