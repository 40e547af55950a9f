import { generate } from 'selfsigned';

export interface Certificates {
	/** The throw-away authority, for NODE_EXTRA_CA_CERTS. */
	ca: string;
	cert: string;
	key: string;
}

/** A certificate for the hosts, and the authority that signed it; both are valid for one week. */
export async function makeCertificates(hosts: string[]): Promise<Certificates> {
	const notAfterDate = new Date(Date.now() + 7 * 24 * 3600 * 1000);
	const shared = { algorithm: 'sha256', keyType: 'ec', notAfterDate } as const;
	const ca = await generate([{ name: 'commonName', value: 'cs-alerts outbox' }], {
		...shared,
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
		],
	});
	const leaf = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
		...shared,
		ca: { key: ca.private, cert: ca.cert },
		extensions: [
			{ name: 'keyUsage', digitalSignature: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
		],
	});
	return { ca: ca.cert, cert: leaf.cert, key: leaf.private };
}
