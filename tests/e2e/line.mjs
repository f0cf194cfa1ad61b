// The line between a device and the school: carried, cut, or so bad that what is written arrives and its answer does not come back.
import { connect, createServer } from "node:net";

/** A line to a port of this machine. `origin` is what a device at its end opens. */
export async function lineTo(port) {
  const open = new Set();
  let mute = false;

  const relay = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    const both = [near, far];
    for (const socket of both) {
      open.add(socket);
      socket.on("error", () => undefined); // a cut is not an accident
      socket.on("close", () => {
        open.delete(socket);
        for (const one of both) one.destroy();
      });
    }
    let writes = false;
    near.on("data", (bytes) => {
      writes = /^(POST|PUT) \/api\/c\//.test(bytes.toString("latin1", 0, 16));
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (mute && writes) near.destroy(); // the school has it, and nobody hears so
      else near.write(bytes);
    });
  });
  const listen = (at) => new Promise((ready) => relay.listen(at, "127.0.0.1", ready));
  await listen(0);
  const near = relay.address().port;

  return {
    origin: `http://localhost:${near}`,
    /** Nothing passes: connections end, and new ones are refused. */
    async cut() {
      const closed = new Promise((done) => relay.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
    /** It carries again; with `heard: false`, what is written arrives but its answer is lost. */
    async mend({ heard = true } = {}) {
      mute = !heard;
      if (!relay.listening) await listen(near);
    },
    async leave() {
      if (relay.listening) await this.cut();
    },
  };
}
