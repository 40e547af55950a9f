/** By topic, the words of one language that speak for it; "~" is in front of those that only hint at it. */
export type TopicWords = Readonly<Record<string, readonly string[]>>;
