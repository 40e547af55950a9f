// Keeps the open page up to date: a new message is put on top, a changed one in its old place, and
// everything else stays as it is.
const list = document.getElementById('messages');

function tidy(root) {
	for (const time of root.querySelectorAll('time')) {
		time.textContent = new Date(time.dateTime).toLocaleTimeString([], { timeStyle: 'short' });
	}
	for (const frame of root.querySelectorAll('iframe.mail')) {
		const fit = () => {
			const page = frame.contentDocument?.documentElement;
			if (page) frame.style.height = `${page.scrollHeight}px`;
		};
		frame.addEventListener('load', fit);
		addEventListener('resize', fit);
		fit();
	}
}

function count() {
	for (const badge of document.querySelectorAll('[data-count]')) {
		const kind = badge.dataset.count;
		const all = kind === 'all' ? list.children : list.querySelectorAll(`[data-kind="${kind}"]`);
		badge.textContent = all.length;
	}
	document.title = list.children.length > 0 ? `(${list.children.length}) Outbox` : 'Outbox';
}

function show({ id, html }) {
	const template = document.createElement('template');
	template.innerHTML = html;
	const card = template.content.firstElementChild;
	const old = list.querySelector(`[data-id="${id}"]`);
	if (old) old.replaceWith(card);
	else list.prepend(card);
	card.classList.add('new');
	tidy(card);
	count();
}

const events = new EventSource('/events');
events.addEventListener('message', (event) => show(JSON.parse(event.data)));
events.addEventListener('run', (event) => {
	const { runId, ids } = JSON.parse(event.data);
	const isComplete = ids.every((id) => list.querySelector(`[data-id="${id}"]`));
	// Another run on the same port, or messages that came while the connection was lost.
	if (runId !== document.body.dataset.run || !isComplete) location.reload();
});

for (const input of document.querySelectorAll('nav input')) {
	input.addEventListener('change', () => {
		list.dataset.show = input.value;
	});
}
tidy(document);
count();
