package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;

/**
 * The points {@code center + axes * r} with r in a box: an enclosure that turns with the flow. Center and axes are
 * doubles, taken as exact.
 *
 * <p>Source: Lohner, Enclosing the solutions of ordinary initial and boundary value problems (1987).
 */
record Parallelepiped(List<Interval> center, Value.Matrix<Interval> axes, List<Interval> radii) {
    private static final Matrices<Interval> ENCLOSED = new Matrices<>(new Intervals());

    static Parallelepiped of(List<Interval> box) {
        List<Interval> center = middle(box);
        return new Parallelepiped(center, ENCLOSED.identity(box.size()), minus(box, center));
    }

    static List<Interval> middle(List<Interval> box) {
        List<Interval> middle = new ArrayList<>(box.size());
        for (Interval side : box) middle.add(Interval.of(side.middle()));
        return middle;
    }

    List<Interval> box() {
        return plus(center, times(axes, radii));
    }

    /**
     * Encloses {@code image + slopes * (x - center)} for all points x of this set, given that x lies in a box over
     * which the slopes hold. Any invertible axes are right; orthogonal ones along the long directions are tight.
     *
     * @throws NoValue when the new axes have no certain inverse
     */
    Parallelepiped moved(List<Interval> image, Value.Matrix<Interval> slopes) {
        Value.Matrix<Interval> turned = ENCLOSED.product(slopes, axes);
        Value.Matrix<Interval> fresh = orthogonal(turned);
        Value.Matrix<Interval> inverse = ENCLOSED.matrix(ENCLOSED.inverse(fresh));
        List<Interval> next = middle(image);
        List<Interval> spread = plus(times(ENCLOSED.product(inverse, turned), radii), times(inverse, minus(image, next)));
        return new Parallelepiped(next, fresh, spread);
    }

    /** The orthogonal factor of the middle, its columns ordered by the lengths of the edges. */
    private Value.Matrix<Interval> orthogonal(Value.Matrix<Interval> turned) {
        int n = radii.size();
        List<Integer> order = new ArrayList<>();
        double[] lengths = new double[n];
        for (int j = 0; j < n; j++) {
            order.add(j);
            for (int i = 0; i < n; i++) lengths[j] = Math.max(lengths[j], turned.at(i, j).magnitude() * radii.get(j).magnitude());
        }
        order.sort((a, b) -> Double.compare(lengths[b], lengths[a]));
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                Interval entry = turned.at(i, order.get(j));
                columns[i][j] = entry.isFinite() ? entry.middle() : 0;
            }
        double[][] q = new QRDecomposition(new Array2DRowRealMatrix(columns, false)).getQ().getData();
        List<Interval> entries = new ArrayList<>(n * n);
        for (double[] row : q) for (double entry : row) entries.add(Interval.of(entry));
        return new Value.Matrix<>(n, n, entries);
    }

    private static List<Interval> times(Value.Matrix<Interval> matrix, List<Interval> vector) {
        return ENCLOSED.product(matrix, new Value.Matrix<>(vector.size(), 1, vector)).entries();
    }

    private static List<Interval> plus(List<Interval> a, List<Interval> b) {
        List<Interval> sum = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) sum.add(a.get(i).plus(b.get(i)));
        return Collections.unmodifiableList(sum);
    }

    private static List<Interval> minus(List<Interval> a, List<Interval> b) {
        List<Interval> difference = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) difference.add(a.get(i).minus(b.get(i)));
        return Collections.unmodifiableList(difference);
    }
}
