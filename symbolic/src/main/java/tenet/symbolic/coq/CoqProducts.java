package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Term;

/** The proof of a step by products: the negated conclusion and the premises, multiplied and weighted, add up to zero. */
final class CoqProducts {
    private final CoqClaim claim;
    private final Certificate.Step step;
    private final StringBuilder text;

    CoqProducts(CoqClaim claim, Certificate.Step step, StringBuilder text) {
        this.claim = claim;
        this.step = step;
        this.text = text;
    }

    private record Constraint(String term, Comparison kind) {
    }

    void proof(List<Formula> premises) {
        CoqTerms terms = claim.terms;
        Formula.Relation goal = (Formula.Relation) CoqSteps.spoken(step.conclusion());
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(constraint(new Formula.Relation(goal.comparison().negated(), goal.left(), goal.right())));
        for (int i = 0; i < premises.size(); i++) {
            if (!(premises.get(i) instanceof Formula.Relation relation)) throw new Missing("a premise is not a comparison");
            constraints.add(constraint(relation));
            text.append("  pose proof ").append(claim.call(step, step.premises().get(i))).append(" as P").append(i + 1).append(".\n");
        }
        text.append("  cbv beta in *.\n");
        text.append("  apply ").append(switch (goal.comparison()) {
            case AT_LEAST -> "absurd_ge";
            case AT_MOST -> "absurd_le";
            case GREATER -> "absurd_gt";
            case LESS -> "absurd_lt";
            case EQUAL, UNEQUAL -> throw new Missing("it concludes an inequality");
        }).append("; intro G0.\n");
        for (int i = 1; i < constraints.size(); i++)
            text.append("  assert (G").append(i).append(" : ").append(sign(constraints.get(i).kind())).append(" ").append(constraints.get(i).term())
                    .append(") by (clear - P").append(i).append("; constraint P").append(i).append(").\n");
        List<String> summands = new ArrayList<>();
        for (Map.Entry<String, Term> argument : step.arguments().entrySet()) {
            String list = argument.getKey().replaceFirst("x[0-9]+$", "");
            boolean equation = list.startsWith("e");
            List<Integer> factors = new ArrayList<>();
            for (String number : list.substring(1).split("_")) if (!number.isEmpty()) factors.add(Integer.parseInt(number));
            boolean strict = argument.getValue() instanceof Term.Number
                    && factors.stream().allMatch(factor -> constraints.get(factor).kind() == Comparison.GREATER);
            StringBuilder product = new StringBuilder(terms.number(argument.getValue()));
            for (int factor : factors) product.append(" * ").append(constraints.get(factor).term());
            summands.add(product.toString());
            String name = "S" + summands.size();
            if (equation) text.append("  assert (").append(name).append(" : 0 = ").append(product).append(") by (rewrite <- G").append(factors.getFirst()).append("; ring).\n");
            else text.append("  assert (").append(name).append(" : 0 ").append(strict ? "<" : "<=").append(" ").append(product).append(") by ")
                    .append(strict ? "positive_product" : "product").append(".\n");
        }
        text.append("  assert (Sum : ").append(String.join(" + ", summands)).append(" = 0) by (clear G0; scalar).\n");
        text.append("  clear - Sum");
        for (int i = 1; i <= summands.size(); i++) text.append(" S").append(i);
        text.append("; absurd_sum.\n");
    }

    private Constraint constraint(Formula.Relation relation) {
        String left = claim.terms.number(relation.left());
        String right = claim.terms.number(relation.right());
        return switch (relation.comparison()) {
            case GREATER, AT_LEAST -> new Constraint("(" + left + " - " + right + ")", relation.comparison());
            case LESS, AT_MOST -> new Constraint("(" + right + " - " + left + ")", relation.comparison().reversed());
            case EQUAL -> new Constraint("(" + left + " - " + right + ")", Comparison.EQUAL);
            case UNEQUAL -> throw new Missing("an inequation has no sign");
        };
    }

    private static String sign(Comparison kind) {
        return kind == Comparison.EQUAL ? "0 =" : kind == Comparison.GREATER ? "0 <" : "0 <=";
    }
}
