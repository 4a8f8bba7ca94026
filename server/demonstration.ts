import { createDemoSite, type DemoSite, demoSites } from '../demo/serve.js';
import type { Deployment } from './deployment-schema.js';
import { type Listening, listen } from './listen.js';

/** A partner site that is being served. */
export interface OpenSite {
  readonly site: DemoSite;
  readonly address: string;
  readonly listening: Listening;
  /** Where a browser may find it. */
  readonly origins: readonly string[];
}

/** The partner sites of the demonstration. */
export interface OpenSites {
  readonly sites: readonly OpenSite[];
  /** Tells the sites where the backend is, which is known later than their own ports. */
  pointAt(backend: string): void;
}

/** How to write a host in an address. */
export const addressOf = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

/** Serves the partner sites on the ports after the backend's, or on any free ones when that is 0. */
export async function openSites(port: number, host: string): Promise<OpenSites> {
  const answers = new Map<string, (request: Request) => Promise<Response>>();
  const sites: OpenSite[] = [];
  for (const site of demoSites) {
    const listening = await listen(
      async (request) =>
        (await answers.get(site.id)?.(request)) ?? new Response('Starting…', { status: 503 }),
      port === 0 ? 0 : port + site.portOffset,
      host,
    ).catch(async (error: unknown) => {
      await Promise.all(sites.map((open) => open.listening.close()));
      throw error;
    });
    sites.push({ site, listening, ...whereabouts(host, listening.port) });
  }
  return {
    sites,
    pointAt: (backend) => {
      for (const { id, folder } of demoSites) answers.set(id, createDemoSite(folder, backend));
    },
  };
}

const whereabouts = (host: string, port: number): Pick<OpenSite, 'address' | 'origins'> => {
  const address = addressOf(host, port);
  const origins = [address, addressOf('127.0.0.1', port), addressOf('localhost', port)];
  return { address, origins: [...new Set(origins)] };
};

/** Lets the pages of the sites use the backend as the partners they belong to. */
export const allowSites = (deployment: Deployment, sites: readonly OpenSite[]): Deployment => ({
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
