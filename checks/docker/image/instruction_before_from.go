package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstructionBeforeFrom = &checks.Check{
	Title:      "An instruction stands before the first FROM",
	Severity:   checks.Medium,
	Why:        "There is nothing yet on which it could work: the build fails.",
	Fix:        checks.Fix{Docker: "Begin with FROM; only ARG may stand before it."},
	Aliases:    checks.Aliases{Hadolint: "DL3061"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#format"},
	Since:      "0.1",
	Rule:       checks.Func{On: instructions, Do: instructionBeforeFrom},
}

const instructions = "docker_add docker_arg docker_cmd docker_copy docker_entrypoint docker_env docker_expose docker_healthcheck " +
	"docker_label docker_maintainer docker_onbuild docker_run docker_shell docker_stopsignal docker_user docker_volume docker_workdir"

func instructionBeforeFrom(p *checks.Pass, r *model.Resource) {
	early := r.Type != "docker_arg" && view.StageOf(r) == nil
	p.Forbid(model.Is(early), r.Body, "it stands before the first FROM")
}
