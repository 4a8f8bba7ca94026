/**
 * A phone number: 7 to 15 digits (ITU-T E.164) and up to five of an extension, with the usual separators. Stricter
 * rules turn away real numbers and the numbers reserved for drama.
 */
export const phonePattern = /^(?=(\D*\d){7,20}\D*$)\+?[\d\s().-]+((ext|x)\.?\s*\d{1,5})?$/i;

/** An email address as far as anybody can tell without writing to it. */
export const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
