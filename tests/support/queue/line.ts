import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Ends every connection at once, as a database does that is restarted. */
  cut(): void;
  stop(): Promise<void>;
}

/** A line to a server that a test can cut. */
export const startLine = async (host: string, port: number): Promise<Line> => {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => void sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
};
