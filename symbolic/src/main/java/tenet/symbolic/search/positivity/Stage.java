package tenet.symbolic.search.positivity;

/**
 * How far a linear pass reaches.
 *
 * @param factors      the most inequalities multiplied together
 * @param squares      the degree of the polynomials squared: 0 for none, 1 for linear ones, 2 for differences of monomials too
 * @param weighted     the most inequalities multiplied with a square
 * @param growth       how much the degree of a product may exceed the highest degree among the constraints
 */
record Stage(int factors, int squares, int weighted, int growth) {
}
