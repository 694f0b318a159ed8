/** Claims as JUnit tests. The only part that sees JUnit, which is an optional dependency: whoever writes such a test has it. */
package tenet.properties.junit;
