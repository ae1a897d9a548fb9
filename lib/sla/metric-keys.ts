/** What is measured, as filters and words name it. A test holds it to what modules declare. */
export const metricKeys = ["first-contact", "message-answer", "resume-turnaround", "session-notes"] as const;

export type MetricKey = (typeof metricKeys)[number];

export const isMetricKey = (key: string): key is MetricKey => metricKeys.some((one) => one === key);
