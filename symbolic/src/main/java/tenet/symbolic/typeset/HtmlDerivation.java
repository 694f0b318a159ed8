package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.Printer;

/**
 * Claims and their derivations as pieces of an HTML page: formulas are LaTeX code in elements of class {@code tex} for
 * KaTeX to set, everything else is text. Each step folds out to its line in the certificate.
 */
public final class HtmlDerivation {
    private final Notation notation;
    private final Phrases phrases;
    private final Preamble preamble;
    private final RuleWords rules;

    private HtmlDerivation(Function<String, Optional<String>> links) {
        this.notation = new HtmlNotation(links);
        this.phrases = new Phrases(notation);
        this.preamble = new Preamble(notation);
        this.rules = new RuleWords(notation);
    }

    /** What is given, what moves and how, what is assumed, and the conclusion. */
    public static String statement(Claim claim, Function<String, Optional<String>> links) {
        return new HtmlDerivation(links).stated(claim.statement());
    }

    /**
     * The derivation, block by block.
     *
     * @param lemmas the ids of the lemmas that it rests on
     * @param links  where the page of a claim or lemma is, by its id
     */
    public static String derivation(Certificate certificate, Collection<String> lemmas, Function<String, Optional<String>> links) {
        return new HtmlDerivation(links).derived(certificate, lemmas);
    }

    private String stated(Statement statement) {
        StringBuilder out = new StringBuilder();
        List<String> sentences = preamble.sentences(statement.signature());
        if (!sentences.isEmpty()) out.append("<p>").append(String.join("\n", sentences)).append("</p>\n");
        boolean moves = Preamble.moves(statement);
        if (!statement.hypotheses().isEmpty()) {
            out.append(moves ? "<p>Consider a time of the motion, and assume:</p>\n" : "<p>Assume:</p>\n").append("<dl class=\"hypotheses\">\n");
            for (Hypothesis hypothesis : statement.hypotheses())
                out.append("<div><dt>").append(notation.label(hypothesis.name())).append("</dt><dd>")
                        .append(preamble.assumption(hypothesis, moves)).append(".</dd></div>\n");
            out.append("</dl>\n");
        }
        Phrases.Stated conclusion = phrases.stated(statement.conclusion());
        List<String> words = new ArrayList<>(List.of(statement.hypotheses().isEmpty() && moves ? "then, at all times" : "then"));
        words.addAll(conclusion.scope());
        return out.append(opening(words)).append("<div class=\"conclusion\">").append(rows(conclusion.rows())).append("</div>\n").toString();
    }

    private static String opening(List<String> words) {
        return words.isEmpty() ? "" : "<p>" + Phrases.capitalised(String.join(", ", words)) + (words.equals(List.of("then")) ? "" : ",") + "</p>\n";
    }

    private String rows(List<Phrases.Row> rows) {
        if (rows.isEmpty()) return "<div class=\"row\">nothing</div>";
        return rows.stream().map(row -> "<div class=\"row\">" + row.chain().map(chain -> display(phrases.chain(chain))
                + (row.words().isEmpty() ? "" : " <span>" + row.words() + "</span>")).orElse(row.words()) + "</div>").collect(Collectors.joining());
    }

    private static String display(String code) {
        return "<span class=\"tex\">" + HtmlNotation.escape("\\displaystyle " + code) + "</span>";
    }

    private String derived(Certificate certificate, Collection<String> lemmas) {
        StringBuilder out = new StringBuilder();
        List<Outline.Block> blocks = Outline.of(certificate);
        for (int i = 0; i < blocks.size(); i++)
            out.append("<section class=\"block\">\n").append(block(blocks.get(i), i > 0 && blocks.get(i).sameAssumptions(blocks.get(i - 1))))
                    .append("</section>\n");
        out.append("<p>").append(lemmas.isEmpty() ? "This rests on no lemma."
                : "This rests on the " + (lemmas.size() == 1 ? "lemma " : "lemmas ") + RuleWords.listed(lemmas.stream().map(notation::id).toList()) + ".");
        return out.append("</p>\n").toString();
    }

    private String block(Outline.Block block, boolean still) {
        return switch (block) {
            case Outline.Block.Single(Certificate.Step step) -> single(step, phrases.setting(step, still));
            case Outline.Block.Calculation calculation -> {
                List<String> setting = phrases.setting(calculation.setting(), still);
                StringBuilder out = new StringBuilder(setting.isEmpty() ? "<p>We have</p>\n" : opening(setting));
                out.append("<div class=\"start\">").append(display(notation.term(calculation.start()))).append("</div>\n");
                for (Outline.Row row : calculation.rows()) out.append(row(row));
                yield out + calculation.result().map(step -> single(step, List.of())).orElse("");
            }
        };
    }

    private String row(Outline.Row row) {
        String line = display("{} " + notation.sign(row.comparison()) + " " + notation.term(row.right()));
        if (row.quoted()) return "<div class=\"quoted\">" + line + " <span class=\"why\">by " + link(row.step().number()) + "</span></div>\n";
        return step(row.step(), line, rules.note(row.step()));
    }

    private String single(Certificate.Step step, List<String> setting) {
        Phrases.Stated stated = phrases.stated(step.conclusion());
        List<String> words = new ArrayList<>(setting);
        words.add(rules.opening(step));
        words.addAll(stated.scope());
        return opening(words) + step(step, rows(stated.rows()), "");
    }

    /** A step with its number; unfolded, its line in the certificate and links to what it rests on. */
    private String step(Certificate.Step step, String formula, String why) {
        String premises = step.premises().isEmpty() ? "" : "<p>rests on " + RuleWords.listed(step.premises().stream().map(HtmlDerivation::link).toList()) + "</p>";
        return "<details class=\"step\" id=\"step-" + step.number() + "\"><summary><span class=\"number\">(" + step.number() + ")</span> "
                + "<span class=\"formula\">" + formula + "</span>" + (why.isEmpty() ? "" : " <span class=\"why\">" + why + "</span>")
                + "</summary>" + premises + "<pre>" + HtmlNotation.escape(line(step)) + "</pre></details>\n";
    }

    private static String link(int step) {
        return "<a href=\"#step-" + step + "\">(" + step + ")</a>";
    }

    /** The step as the certificate has it. */
    private static String line(Certificate.Step step) {
        String text = Printer.print(new Certificate("x", List.of(step)));
        return text.lines().skip(1).collect(Collectors.joining("\n"));
    }
}
