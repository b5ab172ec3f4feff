/** How long a link to one's own data works, in minutes (docs/rules.md, "My data"). */
export const OWN_DATA_MINUTES = 15;
