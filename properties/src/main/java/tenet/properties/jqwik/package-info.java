/**
 * Instances of claims for property tests with jqwik. The only part that sees jqwik, which is an optional dependency: whoever
 * writes such a test has it.
 */
package tenet.properties.jqwik;
