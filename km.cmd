@echo off
rem KM Motos: one command for everything, as km does it on Linux and macOS. `km help` lists what it can do.
setlocal enableextensions disabledelayedexpansion
set "HERE=%~dp0"
set "TARGET=%HERE%installers\target"
set "COMMAND=%~1"
set "MAIN="

if "%COMMAND%"=="" goto :help
if "%COMMAND%"=="help" goto :help
if "%COMMAND%"=="-h" goto :help
if "%COMMAND%"=="--help" goto :help
if "%COMMAND%"=="demo" set "MAIN=kmmotos.installers.demo.Demo"
if "%COMMAND%"=="server" set "MAIN=kmmotos.server.ServerApp"
rem As the package starts it; what thousands of tills send at once is short-lived, so half of the heap is for that.
set "OPTIONS="
if "%COMMAND%"=="server" set "OPTIONS=-XX:MaxRAMPercentage=50 -XX:+UseParallelGC -XX:NewRatio=1"
if "%COMMAND%"=="till" set "MAIN=kmmotos.desktop.Launcher"
if "%COMMAND%"=="rebuild-from-journal" set "MAIN=kmmotos.installers.till.RebuildFromJournal"
if "%COMMAND%"=="import-journal" set "MAIN=kmmotos.installers.till.ImportJournal"
if "%COMMAND%"=="replay" set "MAIN=kmmotos.installers.replay.Replay"
if "%COMMAND%"=="simulate" set "MAIN=kmmotos.simulation.Simulate"
if "%COMMAND%"=="bench" (
  echo km: the benchmarks run on Linux, see docs\benchmarks.md. 1>&2
  exit /b 2
)
if "%COMMAND%"=="package" (
  echo km: packages are made on Linux, see docs\packages.md. 1>&2
  exit /b 2
)
if "%MAIN%"=="" (
  echo km: there is no command '%COMMAND%'. 1>&2
  call :help 1>&2
  exit /b 2
)

set "JDK="
set "ON_PATH="
for %%J in (javac.exe) do set "ON_PATH=%%~$PATH:J"
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined ON_PATH for %%J in ("%ON_PATH%\..\..") do call :try "%%~fJ"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~fJ"
if not defined JDK (
  echo KM Motos needs JDK 25 and found none in JAVA_HOME, PATH, %%ProgramFiles%% or .jdks. 1>&2
  echo Install it from https://adoptium.net/temurin/releases/?version=25 and set JAVA_HOME to it. 1>&2
  exit /b 3
)

rem Paths reach PowerShell through the environment: no character in them can end a quote there.
powershell -NoProfile -Command "$s = Join-Path $env:TARGET 'km.stamp'; if (-not ((Test-Path -LiteralPath $s) -and (Test-Path -LiteralPath (Join-Path $env:TARGET 'km.classpath')))) { exit 1 }; $t = (Get-Item -LiteralPath $s).LastWriteTime; Set-Location -LiteralPath $env:HERE; $n = @(Get-Item pom.xml, *\pom.xml) + @(Get-ChildItem -Recurse -File *\src\main) | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 call :build
if errorlevel 1 exit /b %errorlevel%

rem Logs for people on a terminal; the demo and the replay print figures and only log what went wrong.
set "JAR="
for %%F in ("%TARGET%\installers-?.*.jar") do set "JAR=%%~fF"
powershell -NoProfile -Command "$c = $env:JAR + ';' + (Get-Content -Raw -LiteralPath (Join-Path $env:TARGET 'km.classpath')).Trim(); Set-Content -LiteralPath (Join-Path $env:TARGET 'km.args') -Value @('-cp', ([char]34 + $c.Replace('\', '\\') + [char]34)); exit [int][Console]::IsOutputRedirected"
if not errorlevel 1 if not defined KM_LOG set "KM_LOG=plain"
if "%COMMAND%"=="demo" call :figures
if "%COMMAND%"=="replay" call :figures
if "%COMMAND%"=="simulate" set "KM_LOG_LEVEL=OFF"

set "ARGUMENTS="
:arguments
shift
if not "%~1"=="" set "ARGUMENTS=%ARGUMENTS% %1" & goto :arguments
"%JDK%\bin\java.exe" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%TARGET%\km-%COMMAND%.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off -Xshare:auto %OPTIONS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %KM_JAVA_OPTIONS% @"%TARGET%\km.args" %MAIN% %ARGUMENTS%
exit /b %errorlevel%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>&1 && set "JDK=%~1"
exit /b 0

:figures
if not defined KM_LOG set "KM_LOG=plain"
if not defined KM_LOG_LEVEL set "KM_LOG_LEVEL=ERROR"
if not defined KM_LOG_ACCESS set "KM_LOG_ACCESS=OFF"
exit /b 0

:build
echo Building KM Motos (only after a change; some minutes the first time) ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
rem The stamp is as old as the build's begin: what changes meanwhile is built the next time.
type nul > "%TARGET%\km.started"
set "JAVA_HOME=%JDK%"
pushd "%HERE%"
call mvnw.cmd -q -DskipTests -Dspotless.check.skip package > "%TARGET%\km-build.log" 2>&1
set "RESULT=%errorlevel%"
popd
if not "%RESULT%"=="0" goto :build_failed
move /y "%TARGET%\km.started" "%TARGET%\km.stamp" >nul
del /q "%TARGET%\km-*.jsa" 2>nul
exit /b 0

:build_failed
powershell -NoProfile -Command "Get-Content -LiteralPath (Join-Path $env:TARGET 'km-build.log') -Tail 40" 1>&2
echo The build failed; the whole log is in "%TARGET%\km-build.log" 1>&2
exit /b 4

:help
echo Usage: km ^<command^> [options]        (km ^<command^> --help tells a command's options)
echo.
echo   demo      a sample chain of three shops: server, catalogue, one till window ready to sell
echo             km demo --headless --orders 20 --exit   plays a day without a window and checks the sums
echo   server    the server; its database is in the data folder unless KM_DATABASE_URL names another
echo   till      a till; at its first start it asks for the server's address and an enrolment code
echo   rebuild-from-journal   makes a till's database anew from its journal
echo   import-journal         shows what an old till's disk holds, and sends head office what it lacks
echo   replay    feeds a file of real invoices through tills and server and compares the sums
echo   simulate       runs tills and server through every fault in virtual time
echo   help      this text
echo.
echo The first command builds the project (some minutes); later ones start at once. KM Motos needs JDK 25.
echo Packages are made on Linux: see docs\packages.md.
exit /b 0
