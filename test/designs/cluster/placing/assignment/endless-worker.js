// A solver that takes a problem and never comes back.
import { workerData } from 'node:worker_threads';

workerData.port.on('message', () => {
  for (;;);
});
