/** What is measured of customers, and not of money. Conversions are named after the phase they lead to. */
const CUSTOMER_METRICS: ReadonlySet<string> = new Set([
  'satisfaction',
  'initial-satisfaction',
  'retention',
  'acquisition-cost',
  'lifetime-value',
  'customer-equity',
  'brand-awareness',
  'prospects-found',
]);

/** Whether a metric of a scorecard is one of customers. */
export const isCustomerMetric = (metric: string): boolean =>
  CUSTOMER_METRICS.has(metric) || metric.startsWith('conversion-');
