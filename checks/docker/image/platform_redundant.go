package image

import "github.com/lintel-iac/lintel/checks"

var PlatformRedundant = &checks.Check{
	Title:      "The platform asked for is the default",
	Severity:   checks.Low,
	Why:        "It says nothing, but readers stop at it.",
	Fix:        checks.Fix{Docker: `Leave "--platform=$TARGETPLATFORM" out.`},
	Aliases:    checks.Aliases{Hadolint: "DL3065"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_stage", Path: "platform_written", Is: isTarget, Says: "--platform=%s is the default"},
}

func isTarget(platform string) bool {
	return platform == "$TARGETPLATFORM" || platform == "${TARGETPLATFORM}"
}
