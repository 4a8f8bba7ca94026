import type { ServiceEntry } from '../settings/deployment-schema.js';
import { partId } from './ids.js';

/** A taxonomy as defined by Open Referral. */
export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** A term of a taxonomy. */
export interface TaxonomyTerm extends Taxonomy {
  /** Id of the category in the settings. */
  readonly term: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
}

/** The only taxonomy of a service: its categories. */
export const taxonomyOf = ({ id, name }: ServiceEntry): Taxonomy => ({
  id: partId(id, 'taxonomy', 'categories'),
  name: `Activities of ${name}`,
  description: `The kinds under which ${name} lists activities.`,
});

/** The categories of a service as taxonomy terms. */
export function taxonomyTermsOf(service: ServiceEntry): readonly TaxonomyTerm[] {
  const { id: taxonomy_id, name: taxonomy } = taxonomyOf(service);
  return (service.directory?.categories ?? []).map(({ id, label }) => ({
    id: partId(service.id, 'category', id),
    name: label,
    description: label,
    term: id,
    taxonomy,
    taxonomy_id,
  }));
}
