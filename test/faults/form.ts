/** CS_ALERTS_FAULTS=long: as many tickets, kills and seconds as the promise names; else a sample of them. */
export const isLong = process.env.CS_ALERTS_FAULTS === 'long';
