// Plain JavaScript on purpose: a Node too old to read TypeScript must still be able to read this.
// Preload it (`node --import ./test/n8n/requireNode24.mjs …`) or import it first.
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
	process.stderr.write(
		`This needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
			'On Linux x64, run it through npm, which brings its own Node 24: npm ci && npm run demo\n' +
			'On any other system, install Node 24 or newer (https://nodejs.org) and run it again.\n',
	);
	process.exit(1);
}
