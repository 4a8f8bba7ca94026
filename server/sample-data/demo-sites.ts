import { createDemoSite, type DemoSite, demoSites } from '../../demo/serve.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { type Listening, listen } from '../http/listen.js';

/** A partner site of the demonstration that is being served. */
export interface RunningDemoSite {
  readonly site: DemoSite;
  readonly address: string;
  readonly listening: Listening;
  /** Every origin under which a browser can open it. */
  readonly origins: readonly string[];
}

/** The partner sites of the demonstration. */
export interface RunningDemoSites {
  readonly sites: readonly RunningDemoSite[];
  /** Tells the sites the address of the backend, which is known only after the sites have started. */
  setBackend(backend: string): void;
}

/** The http address of a host and port; a host that means all interfaces becomes `localhost`. */
export const httpAddress = (host: string, port: number): string => {
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  const name = isAnyAddress ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

/** Serves the partner sites on the ports after the backend's, or on any free ports if that is 0. */
export async function startDemoSites(port: number, host: string): Promise<RunningDemoSites> {
  const handlers = new Map<string, (request: Request) => Promise<Response>>();
  const sites: RunningDemoSite[] = [];
  for (const site of demoSites) {
    const listening = await listen(
      async (request) =>
        (await handlers.get(site.id)?.(request)) ?? new Response('Starting…', { status: 503 }),
      port === 0 ? 0 : port + site.portOffset,
      host,
    ).catch(async (error: unknown) => {
      await Promise.all(sites.map((open) => open.listening.close()));
      throw error;
    });
    sites.push({ site, listening, ...addressesOf(host, listening.port) });
  }
  return {
    sites,
    setBackend: (backend) => {
      for (const { id, folder } of demoSites) handlers.set(id, createDemoSite(folder, backend));
    },
  };
}

const addressesOf = (host: string, port: number): Pick<RunningDemoSite, 'address' | 'origins'> => {
  const address = httpAddress(host, port);
  const origins = [address, httpAddress('127.0.0.1', port), httpAddress('localhost', port)];
  return { address, origins: [...new Set(origins)] };
};

/** Adds the origins of the demonstration's sites to the partners that they belong to. */
export const allowDemoSites = (
  deployment: Deployment,
  sites: readonly RunningDemoSite[],
): Deployment => ({
  ...deployment,
  services: deployment.services.map((service) => ({
    ...service,
    partners: service.partners.map((partner) => ({
      ...partner,
      origins: [
        ...partner.origins,
        ...sites
          .filter(({ site }) => site.partner === partner.id)
          .flatMap(({ origins }) => origins),
      ],
    })),
  })),
});
