export function forwardedSender(text: string): { email: string; name?: string } | undefined {
	return text === '' ? undefined : undefined;
}
