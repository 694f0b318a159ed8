package tenet.symbolic.search.positivity;

import java.util.List;
import java.util.Random;
import tenet.symbolic.term.Rational;

/** Looks for a point where all constraints hold, which spares the search for a certificate that cannot exist. */
final class Models {
    private static final Rational[] USUAL = {Rational.ZERO, Rational.ONE, Rational.of(2), Rational.MINUS_ONE,
        Rational.of(1, 2), Rational.of(3), Rational.of(-2), Rational.of(-1, 2), Rational.of(10), Rational.of(1, 10)};

    private Models() {
    }

    /** Whether one of a fixed sequence of points satisfies everything; false says nothing. */
    static boolean exists(List<Constraint> constraints, Deadline deadline) {
        int width = constraints.stream().mapToInt(constraint -> constraint.polynomial().width()).max().orElse(0);
        var random = new Random(20);
        Rational[] point = new Rational[width];
        for (int attempt = 0; attempt < 400; attempt++) {
            deadline.check();
            int choices = 2 + attempt % (USUAL.length - 1);
            for (int i = 0; i < width; i++) point[i] = USUAL[random.nextInt(choices)];
            if (constraints.stream().allMatch(constraint -> constraint.holds(point))) return true;
        }
        return false;
    }
}
