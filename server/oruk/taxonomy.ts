import type { ServiceEntry } from '../deployment-schema.js';
import { partId } from './ids.js';

/** A list of subjects. */
export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** One subject of a list. */
export interface TaxonomyTerm extends Taxonomy {
  /** The category of our settings. */
  readonly term: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
}

/** The categories of a service as the one list of subjects that it has. */
export const taxonomyOf = ({ id, name }: ServiceEntry): Taxonomy => ({
  id: partId(id, 'taxonomy', 'categories'),
  name: `Activities of ${name}`,
  description: `The kinds under which ${name} lists activities.`,
});

/** The categories of a service as subjects. */
export function termsOf(service: ServiceEntry): readonly TaxonomyTerm[] {
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
