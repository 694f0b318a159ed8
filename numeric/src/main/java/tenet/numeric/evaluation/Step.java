package tenet.numeric.evaluation;

/**
 * One instruction of a {@link Tape}: an operation on blocks of its memory, given by their offsets.
 *
 * @param out       where the result goes, {@code size} numbers
 * @param a         the first operand
 * @param b         the second operand, where there is one
 * @param m         see the operations
 * @param parameter an exponent
 */
record Step(Op op, int out, int size, int a, int b, int m, int k, int n, double parameter) {
    enum Op {
        ADD, SUBTRACT, NEGATE,
        /** The number a times the block b. */
        SCALE,
        /** The block a divided by the number b. */
        DIVIDE,
        /** The m x k matrix a times the k x n matrix b. */
        MULTIPLY,
        /** Entry by entry. */
        HADAMARD,
        /** Of an m x n matrix. */
        TRANSPOSE,
        /** Of the m x m matrix a. */
        TRACE, DETERMINANT, INVERSE,
        /** Of the m numbers at a (and b). */
        SQUARES, INNER,
        /** {@code a_i b_j} for m numbers a and n numbers b. */
        OUTER,
        /** The m x k x n tensor a contracted with the k numbers b on its middle mode. */
        CONTRACT,
        /** The number a to the power of the parameter, by the rules of {@code Doubles}. */
        POWER,
        /** The number a, which must not be negative. */
        NON_NEGATIVE,
        ABSOLUTE, ROOT, EXPONENTIAL, LOGARITHM, MINIMUM, MAXIMUM,
        /** The numbers at a. */
        COPY
    }
}
