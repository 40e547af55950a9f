import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

export default [
	...configWithoutCloudSupport,
	{
		rules: {
			// The nodes take the credentials that people have connected already (openAiApi, salesforceOAuth2Api, …)
			// and bring types of their own only for what n8n lacks. The rule serves verified packs; this one cannot
			// be verified anyway, since n8n takes no flow-control nodes.
			'@n8n/community-nodes/no-credential-reuse': 'off',
			// Follows from the former: it knows only the types of this pack.
			'@n8n/community-nodes/valid-credential-references': 'off',
		},
	},
	{
		// Finding control characters, joiners and combining marks in customer text is what this room is for.
		files: ['nodes/core/text/**/*.ts', 'nodes/core/score/match/**/*.ts'],
		rules: { 'no-control-regex': 'off', 'no-misleading-character-class': 'off' },
	},
	{
		// The log and the loops below the nodes throw errors of their own, in plain words; the node that asked
		// turns them into n8n's, with its own name and the item's index.
		files: ['nodes/log/**/*.ts', 'nodes/shared/**/*.ts', 'nodes/SupportTicketTrigger/receive.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Runs on a developer's machine, never inside n8n: it starts servers, reads files and prints results.
		files: ['test/**/*.ts', 'workflows/**/*.ts', '*.config.mts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			// Takes the names of credential types for secrets; what the stand-ins accept is made up.
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
		},
	},
];
