package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Text to certificates. Only their form is read here; whether they derive anything is for the checker to say. */
final class Certificates {
    private final Problems problems;
    private final Reading<CertificatesContext> reading;

    Certificates(Problems problems, Reading<CertificatesContext> reading) {
        this.problems = problems;
        this.reading = reading;
    }

    Map<String, Certificate> certificates(String file, Function<String, Optional<Statement>> statements) {
        Map<String, Certificate> certificates = new LinkedHashMap<>();
        List<CertificatePartContext> parts = reading.tree().certificatePart();
        if (parts.stream().noneMatch(part -> part.certificateHeader() != null) && problems.count() == 0)
            problems.error("empty", new tenet.symbolic.claim.Claim.Place(file, 1, 1), 1,
                    "there are no certificates in this file", () -> Optional.of("a certificate begins with 'certificate id'"));
        for (int start = 0; start < parts.size(); ) {
            int end = start + 1;
            while (end < parts.size() && parts.get(end).certificateHeader() == null) end++;
            try {
                certificate(parts.subList(start, end), statements, certificates);
            } catch (Abandoned reported) {
                // The next certificate may be read all the same.
            }
            start = end;
        }
        return certificates;
    }

    private void certificate(List<CertificatePartContext> parts, Function<String, Optional<Statement>> statements,
            Map<String, Certificate> certificates) {
        CertificateHeaderContext header = parts.getFirst().certificateHeader();
        if (header == null) throw problems.error("structure", parts.getFirst(), "this step belongs to no certificate", () ->
                Optional.of("begin with 'certificate id'"));
        if (broken(parts.getFirst())) return;
        String id = Claims.id(header.claimId());
        if (certificates.containsKey(id)) throw problems.error("duplicate", header.claimId(), "there is a certificate of '" + id
                + "' already");
        Statement statement = statements.apply(id).orElseThrow(() -> problems.error("unknown-name", header.claimId(),
                "there is no claim '" + id + "'"));
        boolean whole = parts.stream().noneMatch(this::broken);
        List<Certificate.Step> steps = new ArrayList<>();
        Terms terms = new Terms(problems);
        Scope scope = Scope.of(statement.signature()).withShadowing();
        for (CertificatePartContext part : parts.subList(1, parts.size())) {
            if (broken(part)) continue;
            try {
                steps.add(step(part.step(), terms, scope));
            } catch (Abandoned reported) {
                whole = false;
            }
        }
        if (whole) certificates.put(id, new Certificate(id, steps));
    }

    private boolean broken(CertificatePartContext part) {
        return reading.broken().contains(part) || part.UNREADABLE() != null;
    }

    private Certificate.Step step(StepContext context, Terms terms, Scope scope) {
        List<Range> fixed = new ArrayList<>();
        List<Certificate.Assumption> assumed = new ArrayList<>();
        Scope inside = scope;
        if (context.context() != null)
            for (ContextItemContext item : context.context().contextItem()) {
                if (item.formula() == null) {
                    fixed.add(terms.shapes.range(item.name(), item.interval(), inside));
                    inside = terms.bind(item.name(), Sort.INT, inside);
                } else {
                    assumed.add(new Certificate.Assumption(Spelling.ascii(item.name().getText()),
                            terms.shapes.formulas.formula(item.formula(), inside)));
                }
            }
        Formula conclusion = terms.shapes.formulas.formula(context.formula(), inside);
        Map<String, Term> arguments = new LinkedHashMap<>();
        for (AssignmentContext assignment : context.assignment()) {
            // The indices at which an equation is used in a context may be bound in that context.
            Scope local = inside;
            for (String bound : arguments.containsKey("context") ? boundIndices(arguments.get("context")) : Set.<String>of())
                local = local.bind(bound, Sort.INT);
            KeyContext key = assignment.key();
            for (NameContext index : key.name().subList(Math.min(1, key.name().size()), key.name().size()))
                local = local.bind(Spelling.ascii(index.getText()), Sort.INT);
            String name = key.STRING() != null ? QuotedText.unquote(key.STRING().getText()) : Spelling.ascii(key.getText());
            if (arguments.put(name, terms.term(assignment.term(), local)) != null)
                throw problems.error("duplicate", key, "'" + name + "' is given twice");
        }
        return new Certificate.Step(number(context, context.NUMBER().getText()), fixed, assumed, conclusion,
                context.ruleName().getText(),
                Optional.ofNullable(context.STRING()).map(label -> QuotedText.unquote(label.getText())),
                context.premise().stream().map(premise -> number(premise, premise.getText())).toList(), arguments,
                context.reasonText() == null ? "" : QuotedText.unquote(context.reasonText().getText()));
    }

    private static Set<String> boundIndices(Term term) {
        Set<String> names = new LinkedHashSet<>();
        if (term instanceof Term.Big big) names.add(big.range().index());
        if (term instanceof Term.Contract contract) names.add(contract.range().index());
        term.children().forEach(child -> names.addAll(boundIndices(child)));
        return names;
    }

    private int number(org.antlr.v4.runtime.ParserRuleContext where, String digits) {
        if (digits.length() > 9 || digits.contains(".")) throw problems.error("syntax", where,
                "a step has a whole number of at most nine digits");
        return Integer.parseInt(digits);
    }
}
