/**
 * A phone number: 7 to 15 digits (ITU-T E.164) and up to five of an extension, with the usual separators. Stricter
 * rules reject real numbers and the numbers that Ofcom reserves for drama.
 */
export const phonePattern = /^(?=(\D*\d){7,20}\D*$)\+?[\d\s().-]+((ext|x)\.?\s*\d{1,5})?$/i;

/** An email address, as far as that can be checked without sending a message to it. */
export const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
