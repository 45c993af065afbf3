// The 14 transformation reviews of Phase 1, in the order of their codes.
import type { Row } from '../../registers/registers.ts';
import { careReviews } from './reviews-care.ts';
import { childrenReviews } from './reviews-children.ts';
import { councilReviews } from './reviews-council.ts';
import { placeReviews } from './reviews-place.ts';

export const reviews: readonly Row<'projects'>[] = [
  ...placeReviews,
  ...careReviews,
  ...childrenReviews,
  ...councilReviews,
].toSorted((one, other) => one.code.localeCompare(other.code));
