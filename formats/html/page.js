"use strict";
(function () {
  const form = document.getElementById("filter");
  const search = document.getElementById("search");
  const status = document.getElementById("status");
  const nothing = document.getElementById("nothing");
  const groups = Array.from(document.querySelectorAll("details.check"), function (node) {
    return {
      node: node,
      severity: node.dataset.severity,
      number: node.querySelector("summary .n"),
      text: Array.from(node.querySelectorAll(":scope > summary, .aliases"), function (part) { return part.textContent; }).join(" ").toLowerCase(),
      opened: node.open,
      findings: Array.from(node.querySelectorAll(".finding"), function (item) {
        return { node: item, verdict: item.dataset.verdict, change: item.dataset.change, text: null };
      }),
    };
  });

  function chosen(name) {
    return new Set(Array.from(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) { return box.value; }));
  }

  // Each word must be somewhere in the finding, in the title of its check or in the ids that other scanners have for it.
  function matches(group, finding, words) {
    if (words.length === 0) return true;
    if (finding.text === null) finding.text = finding.node.textContent.toLowerCase();
    return words.every(function (word) { return finding.text.includes(word) || group.text.includes(word); });
  }

  function apply() {
    const severities = chosen("severity");
    const verdicts = chosen("verdict");
    const changes = chosen("change");
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const group of groups) {
      let here = 0;
      for (const finding of group.findings) {
        const show = severities.has(group.severity) && verdicts.has(finding.verdict) &&
          (!finding.change || finding.change === "fixed" || changes.has(finding.change)) && matches(group, finding, words);
        if (finding.node.hidden === show) finding.node.hidden = !show;
        if (show) here++;
      }
      all += group.findings.length;
      shown += here;
      group.number.textContent = here;
      group.node.hidden = here === 0;
      group.node.open = words.length > 0 && here > 0 || group.opened;
    }
    nothing.hidden = shown > 0;
    status.textContent = shown + " of " + all;
  }

  function fold(open) {
    for (const group of groups) {
      group.opened = open;
      group.node.open = open;
    }
  }

  let waiting = 0;
  search.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("unfold").addEventListener("click", function () { fold(true); });
  document.getElementById("fold").addEventListener("click", function () { fold(false); });
  for (const group of groups) {
    group.node.querySelector("summary").addEventListener("click", function () { group.opened = !group.node.open; });
  }
  window.addEventListener("beforeprint", function () { fold(true); });

  form.hidden = false;
  apply();
})();
