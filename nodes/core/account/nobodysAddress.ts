/** Whether an address or a host can belong to nobody (RFC 2606), as those of the templates' samples do. */
export const isNobodys = (addressOrHost: string): boolean => /\.example$/i.test(addressOrHost);
