package image

import (
	"strconv"

	"github.com/lintel-iac/lintel/checks"
)

var StageByNumber = &checks.Check{
	Title:      "A stage is referred to by its number",
	Severity:   checks.Low,
	Why:        "The number means another stage as soon as one is added before it.",
	Fix:        checks.Fix{Docker: `Name the stage with "AS" and refer to the name.`},
	Aliases:    checks.Aliases{KICS: "68a51e22-ae5a-4d48-8e87-b01a323605c9"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.ForbidText{Type: "docker_copy docker_run", Path: "from", Is: isNumber, Says: "stage %s goes by its number"},
		checks.ForbidText{Type: "docker_copy docker_run", Each: "mounts", Path: "from", Is: isNumber, Says: "stage %s goes by its number"},
	},
}

func isNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return err == nil
}
