/** Injection tokens of a service's way to the queues. */
export const HOUSE_QUEUES = Symbol('HouseQueues');
/** `JobQueue` of the house's queues. */
export const JOB_QUEUE = Symbol('JobQueue');
/** `FlowProducer` of the house's queues. */
export const FLOW_PRODUCER = Symbol('FlowProducer');
export const SERVED_QUEUES = Symbol('ServedQueues');
