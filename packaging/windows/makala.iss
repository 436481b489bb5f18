; Inno Setup 6.3 or later (it knows "x64compatible"): an installer for one person, no administrator needed. Not run yet. See README.md.
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 makala.iss
#endif
[Setup]
AppId=org.makala.editor
AppName=Makala
AppVersion={#Version}
DefaultDirName={autopf}\Makala
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
UninstallDisplayIcon={app}\makala-window.exe
OutputDir=..\..\build\dist
OutputBaseFilename=makala-{#Version}-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2
SolidCompression=yes

[Files]
Source: "..\..\build\dist\makala\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Makala"; Filename: "{app}\makala-window.exe"

[Run]
Filename: "{app}\makala-window.exe"; Description: "Open Makala"; Flags: nowait postinstall skipifsilent
